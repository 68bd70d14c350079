using Darkroom.Contracts.Images;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Access;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Definitions;

/// <summary>Tells which of many names a definition could take.</summary>
public sealed class TestImageDefinitionNames(UseCaseRunner runner) : IUseCase
{
    /// <summary>How many names one request may ask for.</summary>
    public const int MostNames = 1000;

    public static Permission Permission => Permission.Read;

    /// <summary>One answer a name, in the order asked.</summary>
    /// <exception cref="Errors.DarkroomException">ValueMissing, ValueOutOfRange, ValueTooLong, InputNameInvalid naming the first name that can't be one.</exception>
    public Task<IReadOnlyList<NameAvailabilityDto>> HandleAsync(Caller caller, NameAvailabilityRequest request, CancellationToken ct) =>
        runner.ReadAsync<TestImageDefinitionNames, IReadOnlyList<NameAvailabilityDto>>(caller, async db =>
        {
            var names = Input.List(request.Names, "names", 1, MostNames);
            foreach (var name in names)
            {
                Input.Name(name, NameRules.ImageDefinition, "names");
            }

            var keys = names.Select(NameKey.Of).Distinct().ToArray();
            var taken = await db.ImageDefinitions.Where(d => keys.Contains(d.NameKey)).Select(d => d.NameKey).ToHashSetAsync(ct);
            return [.. names.Select(name => new NameAvailabilityDto(name, !taken.Contains(NameKey.Of(name))))];
        }, ct);
}

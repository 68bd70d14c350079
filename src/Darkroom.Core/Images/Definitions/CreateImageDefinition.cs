using Darkroom.Contracts.Images;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Definitions;

/// <summary>Makes a definition without versions.</summary>
public sealed class CreateImageDefinition(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">ImageDefinitionNameTaken, and what <see cref="Input"/> says of the members.</exception>
    public Task<ImageDefinitionDto> HandleAsync(Caller caller, CreateImageDefinitionRequest request, CancellationToken ct) =>
        runner.ChangeAsync<CreateImageDefinition, ImageDefinitionDto>(caller, request, async change =>
        {
            var definition = new ImageDefinition
            {
                Name = Input.Name(request.ImageDefinitionName, NameRules.ImageDefinition, "imageDefinitionName"),
                OsType = Input.Member(request.OsType, "osType"),
                SessionSupport = Input.Member(request.SessionSupport, "sessionSupport"),
                Description = Input.Description(request.Description),
                Metadata = Metadata.Read(request.Metadata),
                CreatedAt = change.Now,
            };
            await ImageDefinitionNameIsFree.CheckAsync(change.Db, definition.Name, definition.Uid, ct);
            change.Db.ImageDefinitions.Add(definition);
            await change.Db.SaveChangesAsync(ct);
            var made = await ImageDefinitionView.ToDtoAsync(change.Db, definition, ct);
            change.Audit(nameof(ImageDefinition), definition.Uid, definition.Name, null, made);
            return made;
        }, ct);
}

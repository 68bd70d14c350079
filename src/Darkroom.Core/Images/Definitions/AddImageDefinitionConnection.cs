using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Definitions;

/// <summary>Binds a definition to a connection, or sets the custom properties of the binding that is there.</summary>
public sealed class AddImageDefinitionConnection(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">
    /// ImageDefinitionNotFound, HypervisorConnectionObjectNotFound, CustomPropertiesMalformed, ValueTooLong.
    /// </exception>
    public Task<ImageDefinitionConnectionDto> HandleAsync(
        Caller caller, string definitionNameOrUid, string connectionNameOrUid, AddImageDefinitionConnectionRequest request, CancellationToken ct) =>
        runner.ChangeAsync<AddImageDefinitionConnection, ImageDefinitionConnectionDto>(
            caller, new { definitionNameOrUid, connectionNameOrUid, request }, async change =>
            {
                var definition = await change.Db.ImageDefinitionAsync(definitionNameOrUid, ct);
                var connection = await change.Db.ConnectionAsync(connectionNameOrUid, ct);
                var properties = CustomProperties.ParseOptional(request.CustomProperties)?.Text;
                var binding = await change.Db.ImageDefinitionConnections
                    .SingleOrDefaultAsync(c => c.DefinitionUid == definition.Uid && c.ConnectionUid == connection.Uid, ct);
                var before = binding is null ? null : ToDto(binding, connection);
                if (binding is null)
                {
                    binding = new ImageDefinitionConnection { DefinitionUid = definition.Uid, ConnectionUid = connection.Uid };
                    change.Db.Add(binding);
                }

                binding.CustomProperties = properties;
                var after = ToDto(binding, connection);
                if (before != after)
                {
                    change.Db.Touch(definition);
                    change.Audit(nameof(ImageDefinitionConnection), definition.Uid, definition.Name, before, after);
                }

                return after;
            }, ct);

    private static ImageDefinitionConnectionDto ToDto(ImageDefinitionConnection binding, HypervisorConnection connection) => new()
    {
        ImageDefinitionUid = binding.DefinitionUid,
        HypervisorConnectionUid = binding.ConnectionUid,
        HypervisorConnectionName = connection.Name,
        CustomProperties = binding.CustomProperties,
    };
}

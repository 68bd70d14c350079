using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Specs;

/// <summary>Names the AMI that a version starts from. Nothing is made in the cloud.</summary>
public sealed class AddMasterSpec(UseCaseRunner runner, Inventory inventory) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">
    /// ImageDefinitionNotFound, ImageVersionNotFound, ImageDefinitionHasNoVersion, HostingUnitObjectNotFound, ImageDefinitionHasNoConnection,
    /// ImageDefinitionNotOnConnection, MasterSpecExists, ImageDefinitionPinnedToHostingUnit, and what <see cref="Inventory"/> says of the path and <see cref="Metadata"/> of the metadata.
    /// </exception>
    public Task<ImageVersionSpecDto> HandleAsync(
        Caller caller, ImageVersionReference version, AddMasterSpecRequest request, CancellationToken ct) =>
        runner.ChangeAsync<AddMasterSpec, InventoryItem, ImageVersionSpecDto>(
            caller,
            new { version, request },
            async db =>
            {
                Metadata.Read(request.Metadata);
                var place = await PlaceAsync(db, version, request.HostingUnit, ct);
                return await inventory.ResolveAsync(place.Connection, place.Unit, request.MasterImagePath, [CloudItemKind.Image], "masterImagePath", ct);
            },
            async (change, image) =>
            {
                var place = await PlaceAsync(change.Db, version, request.HostingUnit, ct);
                var spec = new ImageVersionSpec
                {
                    ImageVersionUid = place.Row.Version.Uid,
                    HostingUnitUid = place.Unit.Uid,
                    IsPrepared = false,
                    MasterImagePath = image.RelativePath,
                    MasterImageId = image.Id,
                    DiskSizeGb = image.DiskSizeGb,
                    Metadata = Metadata.Read(request.Metadata),
                    CreatedAt = change.Now,
                };
                change.Db.ImageVersionSpecs.Add(spec);
                change.Db.Touch(place.Row.Version);
                await change.Db.SaveChangesAsync(ct);
                var made = await ImageVersionSpecView.ToDtoAsync(change.Db, spec, ct);
                change.Audit(nameof(ImageVersionSpec), spec.Uid, place.Row.Name, null, made);
                return made;
            },
            ct);

    // Checked before the cloud is asked, and again in the transaction.
    private static async Task<Place> PlaceAsync(DarkroomDb db, ImageVersionReference reference, string hostingUnit, CancellationToken ct)
    {
        var row = await db.ImageVersionAsync(reference, ct);
        var (version, definition) = (row.Version, row.Definition);
        var unit = await db.HostingUnitAsync(Input.Present(hostingUnit, "hostingUnit"), ct, "hostingUnit");
        var connection = await db.ConnectionOfAsync(unit, ct, "hostingUnit");

        var bindings = from binding in db.ImageDefinitionConnections
                       where binding.DefinitionUid == definition.Uid
                       join candidate in db.Connections on binding.ConnectionUid equals candidate.Uid
                       select candidate;
        var bound = await bindings.ToListAsync(ct);
        if (bound.Count == 0)
        {
            await db.RequireStillThereAsync(definition, ct);
        }

        DefinitionIsBoundToConnection.Check(definition.Name, unit, connection, bound);

        var master = db.ImageVersionSpecs.Where(s => s.ImageVersionUid == version.Uid && !s.IsPrepared).Select(s => (Guid?)s.Uid);
        OneMasterSpecPerVersion.Check(version, definition.Name, await master.FirstOrDefaultAsync(ct));

        var pinned = ImageVersionSpecView.Rows(db).Where(r => r.Definition.Uid == definition.Uid).Select(r => r.HostingUnit);
        OneHostingUnitPerDefinition.Check(definition.Name, unit, await pinned.FirstOrDefaultAsync(ct));
        ConnectionIsNotInMaintenance.Check(connection);
        return new Place(row, unit, connection);
    }

    private sealed record Place(ImageVersionRow Row, HostingUnit Unit, HypervisorConnection Connection);
}

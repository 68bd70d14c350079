using Darkroom.Core.Hosting;
using Darkroom.Core.Operations;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Sharing;

/// <summary>The audit's records of shares, whichever operation makes or ends them.</summary>
internal static class ShareAudit
{
    public static void AuditShared(this Change change, Operation operation, Guid specUid, HostingUnit unit) =>
        change.Audit(nameof(ImageVersionSpecHostingUnit), specUid, operation.Title, null, Shown(specUid, unit), operation.Id);

    public static void AuditUnshared(this Change change, Operation operation, Guid specUid, HostingUnit unit) =>
        change.Audit(nameof(ImageVersionSpecHostingUnit), specUid, operation.Title, Shown(specUid, unit), null, operation.Id);

    private static object Shown(Guid specUid, HostingUnit unit) => new { specUid, HostingUnit = unit.Name };
}

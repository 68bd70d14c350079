using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Use;

/// <summary>Who uses a spec now. History alone is no use.</summary>
public static class ImageUse
{
    /// <summary>The schemes that the spec is currently assigned to, in all hosting units or in one.</summary>
    public static async Task<IReadOnlyList<ImageAssignment>> AssignmentsAsync(DarkroomDb db, Guid spec, Guid? unit, CancellationToken ct) =>
        await db.ImageAssignments.AsNoTracking()
            .Where(a => a.SpecUid == spec && a.IsCurrent && (unit == null || a.HostingUnitUid == unit))
            .OrderBy(a => a.ProvisioningSchemeName).ToListAsync(ct);

    /// <summary>The machines that run on the spec.</summary>
    public static async Task<IReadOnlyList<BootedMachine>> MachinesAsync(DarkroomDb db, Guid spec, CancellationToken ct) =>
        await db.BootedMachines.AsNoTracking().Where(m => m.SpecUid == spec).OrderBy(m => m.Name).ToListAsync(ct);
}

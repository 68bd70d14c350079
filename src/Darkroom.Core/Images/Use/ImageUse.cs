using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Use;

/// <summary>Who uses specs now. History alone is no use.</summary>
public static class ImageUse
{
    /// <summary>The schemes that the specs are currently assigned to, in all hosting units or in one.</summary>
    public static async Task<IReadOnlyList<ImageAssignment>> AssignmentsAsync(DarkroomDb db, Guid[] specs, Guid? unit, CancellationToken ct) =>
        await db.ImageAssignments.AsNoTracking()
            .Where(a => specs.Contains(a.SpecUid) && a.IsCurrent && (unit == null || a.HostingUnitUid == unit))
            .OrderBy(a => a.ProvisioningSchemeName).ToListAsync(ct);

    /// <summary>The machines that run on the specs.</summary>
    public static async Task<IReadOnlyList<BootedMachine>> MachinesAsync(DarkroomDb db, Guid[] specs, CancellationToken ct) =>
        await db.BootedMachines.AsNoTracking().Where(m => specs.Contains(m.SpecUid)).OrderBy(m => m.Name).ToListAsync(ct);
}

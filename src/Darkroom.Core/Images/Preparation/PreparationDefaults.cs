using Darkroom.Contracts.Images;
using Darkroom.Core.ServiceConfiguration;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Preparation;

/// <summary>What a preparation does where its request doesn't say otherwise: the site's settings of that moment.</summary>
internal sealed record PreparationDefaults(int TimeoutMinutes, IReadOnlyList<GuestStep> ExcludedSteps)
{
    public static async Task<PreparationDefaults> ReadAsync(DarkroomDb db, CancellationToken ct)
    {
        string[] names = [KnownSettings.PreparationTimeout.Name, KnownSettings.ExcludedSteps.Name];
        var set = await db.ServiceSettings.AsNoTracking().Where(s => names.Contains(s.Name)).ToDictionaryAsync(s => s.Name, s => s.Value, ct);
        return new PreparationDefaults(
            PreparationTimeout.Parse(ValueOf(KnownSettings.PreparationTimeout)), ServiceConfiguration.ExcludedSteps.Parse(ValueOf(KnownSettings.ExcludedSteps)));

        string ValueOf(KnownSetting known) => set.GetValueOrDefault(known.Name, known.DefaultValue);
    }
}

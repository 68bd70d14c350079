using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Rules;

namespace Darkroom.Core.Images.Preparation;

/// <summary>
/// Looks at everything that a preparation depends on, in the tables and in the cloud. What the cloud is asked is the same as in the preparation's own first
/// step; what isn't found of the hardware hides nothing else.
/// </summary>
public sealed class PreparationChecks(PreparationInputs inputs, Inventory inventory, ICloud cloud, CloudAccessFactory access)
{
    /// <param name="sourceSpecUid">The master spec's; empty where there is none yet.</param>
    internal async Task<ImagePreparationChecksDto> ReportAsync(PreparationPlace place, Guid sourceSpecUid, PrepareImageRequest request, CancellationToken ct)
    {
        var found = await LookAsync(place, request, ct);
        return new ImagePreparationChecksDto
        {
            SourceImageVersionSpecUid = sourceSpecUid,
            HostingUnitUid = place.Unit.Uid,
            HostingUnitName = place.Unit.Name,
            CanBePrepared = found.All(check => check.Result != CheckResult.Failed),
            Checks = [.. found.Select(finding => finding.ToDto())],
        };
    }

    private async Task<IReadOnlyList<Finding>> LookAsync(PreparationPlace place, PrepareImageRequest request, CancellationToken ct)
    {
        List<Finding> findings = [.. place.Rules().Select(rule => Finding.OfRule(rule.Check, rule.Refusal))];
        var (connection, unit) = (place.Connection, place.Unit);
        var profile = SpecPreparationRules.ProfileIsGiven(request.MachineProfile) is { } refusal
            ? NotFound<MachineProfile>(findings, [Finding.OfRule(CheckNames.MachineProfile, refusal)])
            : await FindAsync(
                findings, CheckNames.MachineProfile, async () => (await inputs.ProfileAsync(connection, unit, request.MachineProfile!, ct)).Profile);

        // Without a profile nobody knows the size that it would have named.
        var offering = request.ServiceOffering is null && profile is null
            ? null
            : await FindAsync(
                findings, CheckNames.ServiceOffering, () => inputs.OfferingAsync(connection, unit, request.ServiceOffering, profile, ct));
        var mapping = request.NetworkMapping ?? PreparationInputs.DefaultMapping(unit, profile);
        var network = await MappedNetwork.ResolveAsync(inventory, connection, unit, mapping, ct);
        return
        [
            .. findings,
            .. network.Refusals.SelectMany(nic => Finding.OfRefusal(CheckNames.NetworkMapping, nic.Refusal).Select(finding => finding with { Subject = nic.Nic })),
            .. await cloud.CheckPreparationAsync(access.For(connection), place.PlanOf(profile, offering, network.SubnetIds), ct),
        ];
    }

    /// <summary>What was found, or null and a finding that says why not.</summary>
    private static async Task<T?> FindAsync<T>(List<Finding> findings, string check, Func<Task<T>> find)
        where T : class
    {
        try
        {
            return await find();
        }
        catch (DarkroomException e)
        {
            return NotFound<T>(findings, Finding.OfRefusal(check, e));
        }
        catch (CloudException e)
        {
            return NotFound<T>(findings, Finding.OfRefusal(check, new DarkroomException(e.Error, e)));
        }
    }

    private static T? NotFound<T>(List<Finding> findings, IEnumerable<Finding> found)
        where T : class
    {
        findings.AddRange(found);
        return null;
    }
}

using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;

namespace Darkroom.Server.Demo;

/// <summary>An image that is used in a second zone, and the places it can't be used in.</summary>
internal static class SharingActs
{
    public const string SecondUnit = "wsc-b";

    /// <summary>Connections beside the first one, each with a hosting unit of its name.</summary>
    public static readonly string[] Elsewhere = ["wsc-ireland", "wsc-other"];

    public static async Task ShareAsync(Demonstration demo, CancellationToken ct)
    {
        demo.Stage.Act("Share both versions with a second zone");
        await ConnectingActs.UnitAsync(demo, SecondUnit, ConnectingActs.Connection, "us-east-1b", ct);
        var spec = (await demo.SpecAsync(1, prepared: true, ct)).ImageVersionSpecUid;
        var before = await demo.Client.ImageShares.CheckAsync(spec, SecondUnit, ct);
        demo.Stage.Line("asked beforehand", before.CanBeShared ? $"all {before.Checks.Count} checks pass" : "it can't be shared");
        var shared = await demo.SucceedAsync((await demo.Client.ImageShares.ShareAsync(spec, SecondUnit, ct: ct)).OperationId, ct);
        demo.Stage.Line("checked", string.Join(", ", shared.Checks.Select(check => check.Result == CheckResult.Passed ? check.Name : $"{check.Name} ({check.Result})").Distinct()));
        await demo.AwaitAsync(
            (await demo.Client.ImageShares.ShareAsync((await demo.SpecAsync(2, prepared: true, ct)).ImageVersionSpecUid, SecondUnit, ct: ct)).OperationId, ct);
        foreach (var version in new[] { 1, 2 })
        {
            var image = await demo.SpecAsync(version, prepared: true, ct);
            if (!image.HostingUnits.Any(unit => unit is { HostingUnitName: SecondUnit, IsPrimary: false, Status: ImageShareStatus.Success }))
            {
                throw new DemoFailedException($"Version {version} should be shared with {SecondUnit}.");
            }

            demo.Stage.Line($"version {version}", $"{image.ImageId} in {string.Join(" and ", image.HostingUnits.Select(unit => unit.HostingUnitName))}; nothing was copied");
        }
    }

    public static async Task RefuseAsync(Demonstration demo, CancellationToken ct)
    {
        demo.Stage.Act("Share version 1 where it can't be used");
        var spec = (await demo.SpecAsync(1, prepared: true, ct)).ImageVersionSpecUid;
        await ConnectingActs.ConnectionAsync(
            demo,
            new CreateConnectionRequest { HypervisorConnectionName = Elsewhere[0], Region = "eu-west-1", CredentialKind = CredentialKind.RoleBasedAuth },
            ct);
        await ConnectingActs.UnitAsync(demo, Elsewhere[0], Elsewhere[0], "eu-west-1a", ct);
        var key = demo.Simulator.Principals.Single(p => p.AccountId == Demonstration.OtherAccount && p.Name == "darkroom");
        await ConnectingActs.ConnectionAsync(
            demo,
            new CreateConnectionRequest
            {
                HypervisorConnectionName = Elsewhere[1],
                Region = "us-east-1",
                AccessKeyId = key.AccessKeyId,
                SecretAccessKey = key.SecretAccessKey,
            },
            ct);
        await ConnectingActs.UnitAsync(demo, Elsewhere[1], Elsewhere[1], "us-east-1b", ct);
        await demo.RefusedAsync("in another Region", "ImageShareOtherRegion", () => demo.Client.ImageShares.ShareAsync(spec, Elsewhere[0], ct: ct));
        await demo.RefusedAsync("in another account", "ImageShareOtherAccount", () => demo.Client.ImageShares.ShareAsync(spec, Elsewhere[1], ct: ct));
        await demo.RefusedAsync("where it was prepared", "ImageShareOwnHostingUnit", () => demo.Client.ImageShares.ShareAsync(spec, ConnectingActs.Unit, ct: ct));
    }
}

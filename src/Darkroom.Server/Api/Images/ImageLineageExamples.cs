using Darkroom.Contracts.Images;
using Darkroom.Server.OpenApi;

namespace Darkroom.Server.Api.Images;

internal sealed class ImageLineageExamples : IExamples
{
    private static readonly Guid Master = new("01993b52-5b21-7a90-8c44-7f5ac14c9d06");
    private static readonly Guid Prepared = new("01993b52-66c0-70a5-b2bd-04ac6e0e3c05");
    private static readonly Guid Unit = new("01993b52-2b7e-7c55-9d0a-d2c1f8f9b602");
    private static readonly Guid SharedUnit = new("01993b52-2c90-7d1a-a4c2-9f1d5b20c809");
    private static readonly Guid Scheme = new("01993b60-1b00-7c21-9f10-3c4d5e6f7a01");
    private static readonly DateTimeOffset Made = new(2026, 11, 3, 9, 12, 0, TimeSpan.Zero);

    public IEnumerable<object> Make()
    {
        yield return new ImageLineageDto
        {
            ImageDefinitionUid = new Guid("01993b52-3f10-7b60-8a21-5b1fd6a0c403"),
            ImageDefinitionName = "Windows 11 desktops",
            ImageVersionUid = new Guid("01993b52-4d00-7e8a-a1a5-8f6d3c1b2a04"),
            ImageVersionNumber = 2,
            Nodes =
            [
                Of("master-image:ami-0123456789abcdef0", null, LineageNodeKind.MasterImage, LineageState.Present, "win11-24h2") with { CloudId = "ami-0123456789abcdef0" },
                Of($"spec:{Master}", "master-image:ami-0123456789abcdef0", LineageNodeKind.MasterSpec, LineageState.None, "master spec") with { Uid = Master, Since = Made },
                Of($"spec:{Prepared}", $"spec:{Master}", LineageNodeKind.PreparedSpec, LineageState.Success, "prepared spec") with { Uid = Prepared, Since = Made },
                Of("image:ami-0f00ba5e5a1ed0001", $"spec:{Prepared}", LineageNodeKind.PreparedImage, LineageState.Present, "Darkroom Windows 11 desktops 2") with
                {
                    CloudId = "ami-0f00ba5e5a1ed0001",
                },
                Of("snapshot:snap-0f00ba5e5a1ed0001", "image:ami-0f00ba5e5a1ed0001", LineageNodeKind.Snapshot, LineageState.Present, "snap-0f00ba5e5a1ed0001") with
                {
                    CloudId = "snap-0f00ba5e5a1ed0001",
                },
                Of($"hosting-unit:{Unit}", $"spec:{Prepared}", LineageNodeKind.HostingUnit, LineageState.Success, "Zone a") with { Uid = Unit, IsPrimary = true },
                Of($"hosting-unit:{SharedUnit}", $"spec:{Prepared}", LineageNodeKind.HostingUnit, LineageState.Success, "Zone b") with
                {
                    Uid = SharedUnit,
                    IsPrimary = false,
                    Since = Made.AddHours(1),
                },
                Of($"catalog:{Scheme}", $"hosting-unit:{SharedUnit}", LineageNodeKind.Catalog, LineageState.Current, "Accounting") with
                {
                    Uid = Scheme,
                    Machines = 40,
                    MachineNames = ["FIN-001", "FIN-002"],
                    Since = Made.AddHours(2),
                },
            ],
            Problems = [],
        };
    }

    private static LineageNodeDto Of(string id, string? parent, LineageNodeKind kind, LineageState state, string name) =>
        new() { Id = id, ParentId = parent, Kind = kind, State = state, Name = name };
}

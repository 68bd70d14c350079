using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Server.OpenApi;

namespace Darkroom.Server.Api.Images;

internal sealed class ImageShareExamples : IExamples
{
    private static readonly Guid SpecUid = new("01993b52-66c0-70a5-b2bd-04ac6e0e3c05");
    private static readonly Guid ConnectionUid = new("01993b52-0c1d-7f0e-8a11-0c5a5a0f6a01");
    private static readonly Guid ShareOperation = new("01993b52-9c12-7a01-8d11-6b1f0a7be908");
    private static readonly Guid OtherUnit = new("01993b52-2c90-7d1a-a4c2-9f1d5b20c809");

    private static readonly ImageCheckDto[] Checks =
    [
        new("Image", CheckResult.Passed, null),
        new("ZonalHardware", CheckResult.NotCheckable, new ProblemItemDto
        {
            Code = "MachineProfileBoundToZone",
            Message = "The machine profile names Placement.HostId = h-0123456789abcdef0, which lies in one zone; whether that is us-east-1b wasn't looked up.",
            Remedy = "See to it that it lies in us-east-1b, or give machines in us-east-1b a machine profile without it.",
        }),
    ];

    public static ImageVersionSpecHostingUnitDto Primary { get; } = new()
    {
        ImageVersionSpecUid = SpecUid,
        HostingUnitUid = new Guid("01993b52-2b7e-7c55-9d0a-d2c1f8f9b602"),
        HostingUnitName = "Zone a",
        HypervisorConnectionUid = ConnectionUid,
        HypervisorConnectionName = "Production us-east-1",
        IsPrimary = true,
        Status = ImageShareStatus.Success,
        Errors = [],
        Checks = [],
        Version = 12,
    };

    public IEnumerable<object> Make() =>
    [
        Primary with
        {
            HostingUnitUid = OtherUnit,
            HostingUnitName = "Zone b",
            IsPrimary = false,
            Checks = Checks,
            OperationId = ShareOperation,
            SharedAt = new DateTimeOffset(2026, 11, 3, 10, 2, 0, TimeSpan.Zero),
            Version = 3,
        },
        new ShareImageRequest { HostingUnit = "Zone b" },
        new SpecRemovalStartedDto(new Guid("01993b53-0a44-7c10-9e21-4b7d2f8ac60a"), SpecUid),
        new ImageVersionRemovalStartedDto(new Guid("01993b53-0a44-7c10-9e21-4b7d2f8ac60a"), new Guid("01993b52-4d00-7e8a-a1a5-8f6d3c1b2a04")),
        new PendingImageDeletionDto
        {
            Uid = new Guid("01993b53-1f02-7ad3-8c55-0d9e6b41f70b"),
            SnapshotId = "snap-0f00ba5e5a1ed0001",
            ImageId = "ami-0f00ba5e5a1ed0001",
            ImageDefinitionName = "Windows 11 desktops",
            ImageVersionNumber = 2,
            HostingUnitUid = new Guid("01993b52-2b7e-7c55-9d0a-d2c1f8f9b602"),
            HostingUnitName = "Zone a",
            Reason = new ProblemItemDto { Code = "CloudSnapshotInUse", Message = "The snapshot is still used by an image.", Remedy = "Deregister the image that uses it first." },
            CreatedAt = new DateTimeOffset(2026, 11, 4, 8, 0, 0, TimeSpan.Zero),
            LastTriedAt = new DateTimeOffset(2026, 11, 4, 8, 20, 0, TimeSpan.Zero),
            Attempts = 3,
        },
        new ImageShareStartedDto(ShareOperation, SpecUid, OtherUnit),
        new ImageShareChecksDto { ImageVersionSpecUid = SpecUid, HostingUnitUid = OtherUnit, HostingUnitName = "Zone b", CanBeShared = true, Checks = Checks },
    ];
}

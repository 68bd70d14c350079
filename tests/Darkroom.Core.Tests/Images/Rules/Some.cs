using Darkroom.Contracts.Images;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images;

namespace Darkroom.Core.Tests.Images.Rules;

/// <summary>Rows as rules see them.</summary>
internal static class Some
{
    public static ImageDefinition Definition() => new() { Name = "Golden", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession };

    public static ImageVersion Version(int number = 3) => new() { DefinitionUid = Guid.CreateVersion7(), Number = number };

    public static HypervisorConnection Connection(string name) => new()
    {
        Name = name,
        ConnectionType = "AmazonWorkSpacesCore",
        PluginId = "plugin",
        Address = "https://workspaces-instances.us-east-1.api.aws",
        Region = "us-east-1",
        AccountId = "111122223333",
        PrincipalArn = "arn:aws:iam::111122223333:role/darkroom",
    };

    public static HostingUnit Unit(string name, HypervisorConnection? connection = null) => new()
    {
        Name = name,
        ConnectionUid = connection?.Uid ?? Guid.CreateVersion7(),
        VpcId = "vpc-1",
        VpcName = "Default VPC",
        AvailabilityZone = "us-east-1a",
        Subnets = [],
    };

    public static ImageVersionSpec Master() => Spec(isPrepared: false, ImageVersionSpecStatus.None, source: null);

    public static ImageVersionSpec Prepared(ImageVersionSpecStatus status, Guid? source = null) => Spec(isPrepared: true, status, source ?? Guid.CreateVersion7());

    private static ImageVersionSpec Spec(bool isPrepared, ImageVersionSpecStatus status, Guid? source) => new()
    {
        ImageVersionUid = Guid.CreateVersion7(),
        HostingUnitUid = Guid.CreateVersion7(),
        IsPrepared = isPrepared,
        SourceSpecUid = source,
        MasterImagePath = "/win11 (ami-1).template",
        MasterImageId = "ami-1",
        ImageId = isPrepared ? "ami-2" : null,
        SnapshotIds = isPrepared ? ["snap-2"] : [],
        OperationId = isPrepared ? Guid.CreateVersion7() : null,
        Status = status,
    };
}

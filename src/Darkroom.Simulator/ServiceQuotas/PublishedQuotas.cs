namespace Darkroom.Simulator.ServiceQuotas;

/// <summary>
/// The quotas that a fleet of desktops meets, with AWS's codes, names and defaults ("Endpoints and quotas" of EC2, EBS and VPC in the AWS general
/// reference; the vCPU quotas' in "Amazon EC2 instance type quotas"). Defaults of vCPUs are those of a new account. The codes of WorkSpaces Instances
/// aren't published: those here are the simulator's own, so a client has to find them by name.
/// </summary>
internal static class PublishedQuotas
{
    public static readonly Quota StandardVcpus = Ec2("L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", 5);
    public static readonly Quota GraphicsVcpus = Ec2("L-DB2E81BA", "Running On-Demand G and VT instances", 0);
    public static readonly Quota ParallelVcpus = Ec2("L-417A185B", "Running On-Demand P instances", 0);
    public static readonly Quota StandardSpotVcpus = Ec2("L-34B43A08", "All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests", 5);
    public static readonly Quota GraphicsSpotVcpus = Ec2("L-3819A6DF", "All G and VT Spot Instance Requests", 0);
    public static readonly Quota Images = Ec2("L-B665C33B", "AMIs", 50_000);
    public static readonly Quota Snapshots = Ebs("L-309BACF6", "Snapshots per Region", 100_000);
    public static readonly Quota Gp2Storage = Ebs("L-D18FCD1D", "Storage for General Purpose SSD (gp2) volumes, in TiB", 50);
    public static readonly Quota Gp3Storage = Ebs("L-7A658B76", "Storage for General Purpose SSD (gp3) volumes, in TiB", 50);
    public static readonly Quota Io1Storage = Ebs("L-FD252861", "Storage for Provisioned IOPS SSD (io1) volumes, in TiB", 50);
    public static readonly Quota Io2Storage = Ebs("L-09BD8365", "Storage for Provisioned IOPS SSD (io2) volumes, in TiB", 20);
    public static readonly Quota NetworkInterfaces = new("vpc", "L-DF5E4CA3", "Network interfaces per Region", 5_000);
    public static readonly Quota SecurityGroups = new("vpc", "L-E79EC296", "VPC security groups per Region", 2_500);
    public static readonly Quota ManagedInstances = new("workspaces-instances", "L-00001000", "Managed instances", 1_000);
    public static readonly Quota AllocatingInstances = new("workspaces-instances", "L-00000700", "Managed instances in ALLOCATING", 700, Adjustable: false);

    public static readonly IReadOnlyList<Quota> All =
    [
        StandardVcpus, GraphicsVcpus, ParallelVcpus, StandardSpotVcpus, GraphicsSpotVcpus, Images, Snapshots, Gp2Storage, Gp3Storage, Io1Storage, Io2Storage,
        NetworkInterfaces, SecurityGroups, ManagedInstances, AllocatingInstances,
    ];

    private static readonly Dictionary<string, string> ServiceNames = new()
    {
        ["ec2"] = "Amazon Elastic Compute Cloud (Amazon EC2)",
        ["ebs"] = "Amazon Elastic Block Store (Amazon EBS)",
        ["vpc"] = "Amazon Virtual Private Cloud (Amazon VPC)",
        ["workspaces-instances"] = "Amazon WorkSpaces Instances",
    };

    /// <summary>The services that have quotas here, by code.</summary>
    public static IReadOnlyDictionary<string, string> Services => ServiceNames;

    public static Quota? Find(string serviceCode, string quotaCode) => All.FirstOrDefault(quota => quota.ServiceCode == serviceCode && quota.Code == quotaCode);

    private static Quota Ec2(string code, string name, double value) => new("ec2", code, name, value);

    private static Quota Ebs(string code, string name, double value) => new("ebs", code, name, value);
}

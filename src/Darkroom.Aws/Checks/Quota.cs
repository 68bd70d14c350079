namespace Darkroom.Aws.Checks;

/// <summary>A quota of the account in a Region (Service Quotas).</summary>
/// <param name="Unit">What it counts.</param>
internal sealed record Quota(string Service, string Code, string Name, string Unit)
{
    public static readonly Quota Images = new("ec2", "L-B665C33B", "AMIs", "images");
    public static readonly Quota Snapshots = new("ebs", "L-309BACF6", "Snapshots per Region", "snapshots");

    public static readonly Quota NetworkInterfaces = new("vpc", "L-DF5E4CA3", "Network interfaces per Region", "network interfaces");

    private const string Tebibytes = "TiB";

    /// <summary>Sizes are counted together by the letters that their families begin with (EC2 user guide, on-demand instance quotas).</summary>
    private static readonly (string[] Families, Quota Quota)[] Vcpus =
    [
        (["a", "c", "d", "h", "i", "im", "is", "m", "r", "t", "z"], OfFamilies("L-1216C47A", "Standard (A, C, D, H, I, M, R, T, Z)")),
        (["g", "gr", "vt"], OfFamilies("L-DB2E81BA", "G and VT")),
        (["f"], OfFamilies("L-74FC7D96", "F")),
        (["p"], OfFamilies("L-417A185B", "P")),
        (["x"], OfFamilies("L-7295265B", "X")),
        (["inf"], OfFamilies("L-1945791B", "Inf")),
        (["trn"], OfFamilies("L-2C3B7624", "Trn")),
        (["dl"], OfFamilies("L-6E869C2A", "DL")),
        (["hpc"], OfFamilies("L-F7808C92", "HPC")),
        (["u"], OfFamilies("L-43DA4232", "High Memory")),
    ];

    private static readonly Dictionary<string, Quota> Storage = new()
    {
        ["gp3"] = OfVolumes("L-7A658B76", "General Purpose SSD (gp3)"),
        ["gp2"] = OfVolumes("L-D18FCD1D", "General Purpose SSD (gp2)"),
        ["io1"] = OfVolumes("L-FD252861", "Provisioned IOPS SSD (io1)"),
        ["io2"] = OfVolumes("L-09BD8365", "Provisioned IOPS SSD (io2)"),
        ["st1"] = OfVolumes("L-82ACEF56", "Throughput Optimized HDD (st1)"),
        ["sc1"] = OfVolumes("L-17AF77E8", "Cold HDD (sc1)"),
        ["standard"] = OfVolumes("L-9CF3C2EB", "Magnetic (standard)"),
    };

    /// <summary>The quota that running instances of a type draw on; null of a family that is unheard of.</summary>
    public static Quota? OfType(string instanceType)
    {
        var family = string.Concat(instanceType.TakeWhile(char.IsAsciiLetterLower));
        return Vcpus.FirstOrDefault(entry => entry.Families.Contains(family)).Quota;
    }

    /// <summary>The quota that volumes of a type draw on; null of a type that is unheard of.</summary>
    public static Quota? OfVolume(string volumeType) => Storage.GetValueOrDefault(volumeType);

    private static Quota OfFamilies(string code, string families) => new("ec2", code, $"Running On-Demand {families} instances", "vCPUs");

    private static Quota OfVolumes(string code, string type) => new("ebs", code, $"Storage for {type} volumes, in TiB", Tebibytes);
}

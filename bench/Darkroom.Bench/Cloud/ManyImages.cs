using System.Globalization;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Images;
using Darkroom.Core.Storage;
using Darkroom.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Bench.Cloud;

/// <summary>Definitions and specs by the ten thousand, written to a server's tables while it runs: over REST they would take minutes.</summary>
internal static class ManyImages
{
    /// <summary>How many definitions there are; their names begin with <see cref="Beginning"/>.</summary>
    public const int Definitions = 10_000;

    /// <summary>How many specs there are: half of the definitions have a version with a master and a prepared one.</summary>
    public const int Specs = 10_000;

    public const string Beginning = "na";

    private const int Batch = 500;

    /// <param name="databaseFile">The server's.</param>
    /// <param name="master">A master spec that was made over REST; the planted ones are like it.</param>
    public static Task PlantAsync(string databaseFile, Guid master, CancellationToken ct) => PlantAsync(databaseFile, master, Specs / 2, ct);

    /// <param name="databaseFile">The server's.</param>
    /// <param name="master">A master spec that was made over REST; the planted ones are like it.</param>
    /// <param name="versions">How many of the definitions have a version.</param>
    public static async Task PlantAsync(string databaseFile, Guid master, int versions, CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddSqliteStorage(databaseFile);
        await using var provider = services.BuildServiceProvider();
        var databases = provider.GetRequiredService<IDbContextFactory<DarkroomDb>>();
        await using var first = await databases.CreateDbContextAsync(ct);
        var pattern = await first.ImageVersionSpecs.SingleAsync(spec => spec.Uid == master, ct);
        await first.ImageVersionSpecs.Where(spec => spec.Uid == master).ExecuteDeleteAsync(ct);
        foreach (var numbers in Enumerable.Range(0, Definitions).Chunk(Batch))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            foreach (var number in numbers) Add(db, number, number < versions, pattern);
            await db.SaveChangesAsync(ct);
        }
    }

    private static void Add(DarkroomDb db, int number, bool hasVersion, ImageVersionSpec pattern)
    {
        var definition = new ImageDefinition
        {
            Name = Beginning + number.ToString("00000", CultureInfo.InvariantCulture),
            OsType = OsType.Windows,
            SessionSupport = SessionSupport.MultiSession,
            LatestVersion = hasVersion ? 1 : 0,
            CreatedAt = pattern.CreatedAt,
        };
        db.Add(definition);
        if (!hasVersion) return;
        var version = new ImageVersion { DefinitionUid = definition.Uid, Number = 1, CreatedAt = pattern.CreatedAt };
        var master = Spec(version, pattern, source: null);
        var prepared = Spec(version, pattern, master);
        db.AddRange(version, master, prepared, Use(master), Use(prepared));
    }

    private static ImageVersionSpec Spec(ImageVersion version, ImageVersionSpec pattern, ImageVersionSpec? source) => new()
    {
        ImageVersionUid = version.Uid,
        HostingUnitUid = pattern.HostingUnitUid,
        IsPrepared = source is not null,
        SourceSpecUid = source?.Uid,
        MasterImagePath = pattern.MasterImagePath,
        MasterImageId = pattern.MasterImageId,
        ImageId = source is null ? pattern.ImageId : "ami-0a1124110000000a1",
        SnapshotIds = source is null ? pattern.SnapshotIds : ["snap-00000000000da0011"],
        Status = ImageVersionSpecStatus.Success,
        DiskSizeGb = pattern.DiskSizeGb,
        Scheme = source is null ? null : new ImageSchemeDto
        {
            MachineProfile = Scene.Profile,
            ServiceOffering = "t3.medium",
            NetworkMapping = new Dictionary<string, string> { ["0"] = $@"{Scene.Unit}\192.168.0.0`/20 (vpc-0da4c0000000000a1).network" },
        },
        Profile = source is null ? null : new MachineProfile { Source = new MachineProfileSource(null, "lt-00123456789abcdef", 1) },
        RuntimeInfo = source is null ? null : new ImageRuntimeInfoDto { OperatingSystem = "Windows Server 2022", Verdict = "Verified" },
        CreatedAt = pattern.CreatedAt,
    };

    private static ImageVersionSpecHostingUnit Use(ImageVersionSpec spec) => new() { SpecUid = spec.Uid, HostingUnitUid = spec.HostingUnitUid, IsPrimary = true };
}

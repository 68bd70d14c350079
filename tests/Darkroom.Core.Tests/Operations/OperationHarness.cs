using Darkroom.Aws;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.Tests.Clouds;
using Darkroom.Core.Tests.Hosting;
using Darkroom.Core.Time;
using Darkroom.Simulator;
using Darkroom.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Darkroom.Core.Tests.Operations;

/// <summary>
/// The domain on a real database and the AWS adapter on a simulator of its own, without a host: tests drive operations
/// themselves and so decide where a host is lost. Time passes only where something waits.
/// </summary>
internal sealed class OperationHarness : IAsyncDisposable
{
    public const string Account = "111122223333";
    public const string Region = "us-east-1";

    /// <summary>More than the longest operation decides: hours of looking every few seconds.</summary>
    private const int MostDecisions = 10_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("darkroom-operations-").FullName;
    private readonly ServiceProvider _services;

    private OperationHarness(SimulatorServer simulator, IEnumerable<OperationDefinition> more)
    {
        Simulator = simulator;
        Clock = new Clock(new LeapingTime(simulator.Clock));
        var key = simulator.Principals.Single(p => p.AccountId == Account && p.Name == "darkroom");
        var services = new ServiceCollection();
        services.AddDarkroomAws(new AwsOptions
        {
            EndpointOverride = simulator.BaseUri,
            DefaultCredentials = new AwsKeyPair(key.AccessKeyId, key.SecretAccessKey),
        });
        var adapter = services.Single(s => s.ServiceType == typeof(ICloud)).ImplementationType!;
        services.AddSingleton(adapter);
        services.AddSingleton(provider => Failpoints.Around(Watched((ICloud)provider.GetRequiredService(adapter))));
        services.AddSingleton(provider => new Lazy<ICloud>(provider.GetRequiredService<ICloud>));
        services.AddSingleton<IAccounts, LocalAccounts>();
        services.AddSingleton<ISecretProtector, PlainSecrets>();
        services.AddSingleton<IOperationHost, NoHost>();
        services.AddSingleton(Clock);
        services.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>));
        services.AddSqliteStorage(DatabaseFile);
        services.ConfigureDbContext<DarkroomDb>(options => options.AddInterceptors(Failpoints));
        services.AddDarkroomCore();
        foreach (var definition in services.Where(s => s.ServiceType == typeof(OperationDefinition)).ToList())
        {
            services.Remove(definition);
            services.AddSingleton(definition.ImplementationType!);
            services.AddSingleton(
                provider => FaultyDefinition.Of((OperationDefinition)provider.GetRequiredService(definition.ImplementationType!), Faults));
        }

        foreach (var definition in more)
        {
            services.AddSingleton(definition);
        }

        _services = services.BuildServiceProvider();
    }

    public SimulatorServer Simulator { get; }

    public Clock Clock { get; }

    public Failpoints Failpoints { get; } = new();

    public StepFaults Faults { get; } = new();

    public IServiceProvider Services => _services;

    /// <summary>References under which the cloud was asked to make something that no intent had been committed for.</summary>
    public HashSet<string> Unintended { get; } = [];

    public Caller Caller { get; } = new("tester", Role.Administrator);

    private string DatabaseFile => Path.Combine(_folder, "darkroom.db");

    /// <param name="more">Operations beside the domain's own.</param>
    public static async Task<OperationHarness> StartAsync(params IEnumerable<OperationDefinition> more)
    {
        var simulator = await SimulatorServer.StartAsync(new SimulatorOptions
        {
            ClockPaused = true,
            ThrottleFactor = 0,
            Timings = timings => timings with { TerminatedListedSeconds = 1e7 },
        });
        var harness = new OperationHarness(simulator, more);
        await using var db = await harness.OpenAsync();
        await db.Database.MigrateAsync();
        await new PrimaryZone(harness.Get<IDbContextFactory<DarkroomDb>>(), harness.Get<WriteGate>(), harness.Clock).EnsureAsync(CancellationToken.None);
        return harness;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<DarkroomDb> OpenAsync() => Get<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync();

    public Task<OperationDto> ShowAsync(Guid operation) => Get<GetOperation>().HandleAsync(Caller, operation, CancellationToken.None);

    /// <summary>Access to the account by way of the only connection.</summary>
    public async Task<CloudAccess> AccessAsync()
    {
        await using var db = await OpenAsync();
        return Get<CloudAccessFactory>().For(await db.Connections.SingleAsync());
    }

    /// <summary>Writes an operation of any kind, which waits to be driven.</summary>
    public async Task<Guid> BeginAsync(string kind, Guid? connection = null)
    {
        await using var db = await OpenAsync();
        var operation = new Operation
        {
            Kind = kind,
            Title = kind,
            Input = StoredJson.Write(0),
            ConnectionUid = connection,
            StartedBy = Caller.Name,
            CreatedAt = Clock.Now,
            UpdatedAt = Clock.Now,
        };
        db.Operations.Add(operation);
        await db.SaveChangesAsync();
        return operation.Id;
    }

    /// <summary>Drives the operation as its host would, until it rests or is held; after a drop with a new host.</summary>
    /// <param name="beside">Another one, which it waits for.</param>
    public async Task<OperationDto> DriveAsync(Guid operation, Guid? beside = null)
    {
        var run = Get<OperationRuns>().For(operation);
        for (var decisions = 0; decisions < MostDecisions; decisions++)
        {
            try
            {
                if ((await run.AdvanceAsync(CancellationToken.None)).Wait is not { } wait || (await ShowAsync(operation)).State == OperationState.Held)
                {
                    return await ShowAsync(operation);
                }

                if (beside is { } other)
                {
                    // Both lose their host when one does.
                    beside = null;
                    await DriveAsync(other);
                    run = Get<OperationRuns>().For(operation);
                }

                Simulator.Clock.Advance(wait);
            }
            catch (HostDroppedException)
            {
                run = Get<OperationRuns>().For(operation);
            }
        }

        throw new TimeoutException($"The operation does not come to rest: {StoredJson.Write(await ShowAsync(operation))}");
    }

    /// <summary>Drives the operation for as long as a condition doesn't hold.</summary>
    public async Task DriveUntilAsync(Guid operation, Func<OperationDto, bool> reached)
    {
        var run = Get<OperationRuns>().For(operation);
        for (var (decisions, rests) = (0, false); !reached(await ShowAsync(operation)); decisions++)
        {
            if (rests || decisions == MostDecisions)
            {
                throw new InvalidOperationException($"The operation {(rests ? "rests" : "goes round")}: {StoredJson.Write(await ShowAsync(operation))}");
            }

            var wait = (await run.AdvanceAsync(CancellationToken.None)).Wait;
            rests = wait is null;
            Simulator.Clock.Advance(wait ?? TimeSpan.Zero);
        }
    }

    /// <summary>Drives the operation past its prerequisites, whose dry runs would otherwise meet the faults meant for the real calls.</summary>
    public Task DrivePastPrerequisitesAsync(Guid operation) => DriveUntilAsync(operation, o => o.Steps[0].State == StepState.Succeeded);

    /// <summary>Ids of everything alive in the account, by type: terminated instances are left out, and what is about to be.</summary>
    public ILookup<string, string> Listing() => Simulator.Resources(Account, Region)
        .Where(r => r.State is not ("terminated" or "shutting-down" or "deleted" or "deregistered"))
        .ToLookup(r => r.Type, r => r.Id);

    /// <summary>What is alive and wasn't in an earlier listing, once no instance is on its way out with its volumes and interfaces.</summary>
    public async Task<IReadOnlyDictionary<string, int>> NewSinceAsync(ILookup<string, string> before)
    {
        while (Simulator.Resources(Account, Region).Any(r => r.State == "shutting-down"))
        {
            await Clock.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
        }

        return Listing()
            .Select(type => (type.Key, Count: type.Except(before[type.Key]).Count()))
            .Where(type => type.Count > 0)
            .ToDictionary(type => type.Key, type => type.Count);
    }

    /// <summary>What was alive in an earlier listing and isn't any more, once no instance is on its way out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> GoneSinceAsync(ILookup<string, string> before)
    {
        await NewSinceAsync(before);
        var now = Listing();
        return before
            .Select(type => (type.Key, Count: type.Except(now[type.Key]).Count()))
            .Where(type => type.Count > 0)
            .ToDictionary(type => type.Key, type => type.Count);
    }

    /// <summary>How many resources were ever made, by type, whatever became of them; calls repeated under their token made one.</summary>
    public IReadOnlyDictionary<string, int> EverMade(ILookup<string, string> before) => new Dictionary<string, int>
    {
        ["instance"] = Simulator.Resources(Account, Region).Count(r => r.Type == "instance" && !before["instance"].Contains(r.Id)),
        ["image"] = Succeeded("CreateImage"),
        ["security-group"] = Succeeded("CreateSecurityGroup"),
    };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Looks at each call that carries tags, as those do which make something, for the intent under their reference.</summary>
    private ICloud Watched(ICloud cloud) => StandIn.Of<ICloud>(async (method, args) =>
    {
        var tags = args.Select(arg => arg switch
        {
            ResourceTags given => given,
            PreparationInstance instance => instance.Tags,
            ImageCapture capture => capture.Tags,
            _ => null,
        }).SingleOrDefault(given => given is not null);
        if (tags is not null)
        {
            await using var db = await OpenAsync();
            Unintended.UnionWith(await db.ResourceIntents.AnyAsync(intent => intent.Reference == tags.Reference) ? [] : [tags.Reference]);
        }

        return await StandIn.AskAsync(cloud, method, args);
    });

    private int Succeeded(string action) =>
        Simulator.Journal.Read().Count(call => call.Action == action && call.Outcome == "OK" && !call.Parameters.ContainsKey("DryRun"));

    private sealed class NoHost : IOperationHost
    {
        public Task EnsureRunningAsync(Guid operationId) => Task.CompletedTask;
    }
}

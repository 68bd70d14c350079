using Darkroom.Core.Access;
using Darkroom.Core.Audit;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Operations;
using Darkroom.Core.Operations.CloudCalls;
using Darkroom.Core.Operations.Sweep;
using Darkroom.Core.ServiceConfiguration;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Storage;

/// <summary>Darkroom's tables. They are the truth; everything else is a view or a cache of them.</summary>
public sealed class DarkroomDb(DbContextOptions<DarkroomDb> options) : DbContext(options)
{
    public DbSet<HypervisorConnection> Connections => Set<HypervisorConnection>();

    public DbSet<HostingUnit> HostingUnits => Set<HostingUnit>();

    public DbSet<BrokerConnection> BrokerConnections => Set<BrokerConnection>();

    public DbSet<Zone> Zones => Set<Zone>();

    public DbSet<ImageDefinition> ImageDefinitions => Set<ImageDefinition>();

    public DbSet<ImageDefinitionConnection> ImageDefinitionConnections => Set<ImageDefinitionConnection>();

    public DbSet<ImageVersion> ImageVersions => Set<ImageVersion>();

    public DbSet<ImageVersionSpec> ImageVersionSpecs => Set<ImageVersionSpec>();

    public DbSet<ImageVersionSpecHostingUnit> ImageVersionSpecHostingUnits => Set<ImageVersionSpecHostingUnit>();

    public DbSet<ImageAssignment> ImageAssignments => Set<ImageAssignment>();

    public DbSet<BootedMachine> BootedMachines => Set<BootedMachine>();

    public DbSet<PendingImageDeletion> PendingImageDeletions => Set<PendingImageDeletion>();

    public DbSet<Operation> Operations => Set<Operation>();

    public DbSet<OperationEvent> OperationEvents => Set<OperationEvent>();

    public DbSet<OperationMetadata> OperationMetadata => Set<OperationMetadata>();

    public DbSet<OperationCloudCall> OperationCloudCalls => Set<OperationCloudCall>();

    public DbSet<ResourceIntent> ResourceIntents => Set<ResourceIntent>();

    public DbSet<SweepReport> SweepReports => Set<SweepReport>();

    public DbSet<ServiceSetting> ServiceSettings => Set<ServiceSetting>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => StoredTypes.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(DarkroomDb).Assembly);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.Entity is INamed named)
            {
                named.NameKey = NameKey.Of(named.Name);
            }

            if (entry.Entity is IVersioned versioned && entry.State == EntityState.Modified)
            {
                versioned.Version++;
            }
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Darkroom.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccessTokens",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessTokens", x => x.Uid);
                });

            migrationBuilder.CreateTable(
                name: "AuditRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    User = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    TargetType = table.Column<string>(type: "TEXT", nullable: false),
                    TargetUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetName = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LoggingId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BootedMachines",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ProvisioningSchemeUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    HostingUnitUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    SpecUid = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BootedMachines", x => x.Uid);
                });

            migrationBuilder.CreateTable(
                name: "Connections",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    ConnectionType = table.Column<string>(type: "TEXT", nullable: false),
                    PluginId = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Region = table.Column<string>(type: "TEXT", nullable: false),
                    EndpointOverride = table.Column<string>(type: "TEXT", nullable: true),
                    CredentialKind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RoleArn = table.Column<string>(type: "TEXT", nullable: true),
                    AccessKeyId = table.Column<string>(type: "TEXT", nullable: true),
                    ProtectedSecret = table.Column<string>(type: "TEXT", nullable: true),
                    SecretSetAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    PrincipalArn = table.Column<string>(type: "TEXT", nullable: false),
                    MaintenanceMode = table.Column<bool>(type: "INTEGER", nullable: false),
                    AllowUnverifiedGuests = table.Column<bool>(type: "INTEGER", nullable: false),
                    CustomProperties = table.Column<string>(type: "TEXT", nullable: true),
                    ZoneUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Connections", x => x.Uid);
                });

            migrationBuilder.CreateTable(
                name: "EndedSessions",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndedSessions", x => x.Uid);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", nullable: false),
                    Reply = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecords", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "ImageAssignments",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvisioningSchemeUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProvisioningSchemeName = table.Column<string>(type: "TEXT", nullable: false),
                    HostingUnitUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    SpecUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    AssignedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImageAssignments", x => x.Uid);
                });

            migrationBuilder.CreateTable(
                name: "ImageDefinitions",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    OsType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SessionSupport = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LatestVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Metadata = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImageDefinitions", x => x.Uid);
                });

            migrationBuilder.CreateTable(
                name: "Operations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Input = table.Column<string>(type: "TEXT", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    Progress = table.Column<int>(type: "INTEGER", nullable: false),
                    CurrentStep = table.Column<string>(type: "TEXT", nullable: true),
                    UndoFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    AfterUndo = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true),
                    TaskState = table.Column<string>(type: "TEXT", nullable: true),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    HoldSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    SubjectUid = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConnectionUid = table.Column<Guid>(type: "TEXT", nullable: true),
                    HostingUnitUid = table.Column<Guid>(type: "TEXT", nullable: true),
                    StartedBy = table.Column<string>(type: "TEXT", nullable: false),
                    LoggingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Operations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PendingImageDeletions",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    SnapshotId = table.Column<string>(type: "TEXT", nullable: false),
                    ImageId = table.Column<string>(type: "TEXT", nullable: false),
                    DefinitionName = table.Column<string>(type: "TEXT", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    HostingUnitUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastTriedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingImageDeletions", x => x.Uid);
                });

            migrationBuilder.CreateTable(
                name: "ResourceIntents",
                columns: table => new
                {
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", nullable: false),
                    ConnectionUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ResourceId = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Misses = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstMissedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResourceIntents", x => x.Reference);
                });

            migrationBuilder.CreateTable(
                name: "ServiceSettings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceSettings", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "SweepReports",
                columns: table => new
                {
                    Account = table.Column<string>(type: "TEXT", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SweepReports", x => x.Account);
                });

            migrationBuilder.CreateTable(
                name: "Zones",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    IsPrimary = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Zones", x => x.Uid);
                });

            migrationBuilder.CreateTable(
                name: "HostingUnits",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    ConnectionUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    VpcId = table.Column<string>(type: "TEXT", nullable: false),
                    VpcName = table.Column<string>(type: "TEXT", nullable: false),
                    AvailabilityZone = table.Column<string>(type: "TEXT", nullable: false),
                    Subnets = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HostingUnits", x => x.Uid);
                    table.ForeignKey(
                        name: "FK_HostingUnits_Connections_ConnectionUid",
                        column: x => x.ConnectionUid,
                        principalTable: "Connections",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImageDefinitionConnections",
                columns: table => new
                {
                    DefinitionUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConnectionUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    CustomProperties = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImageDefinitionConnections", x => new { x.DefinitionUid, x.ConnectionUid });
                    table.ForeignKey(
                        name: "FK_ImageDefinitionConnections_Connections_ConnectionUid",
                        column: x => x.ConnectionUid,
                        principalTable: "Connections",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImageDefinitionConnections_ImageDefinitions_DefinitionUid",
                        column: x => x.DefinitionUid,
                        principalTable: "ImageDefinitions",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImageVersions",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    DefinitionUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Metadata = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImageVersions", x => x.Uid);
                    table.ForeignKey(
                        name: "FK_ImageVersions_ImageDefinitions_DefinitionUid",
                        column: x => x.DefinitionUid,
                        principalTable: "ImageDefinitions",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OperationCloudCalls",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", nullable: true),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    IsDryRun = table.Column<bool>(type: "INTEGER", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", nullable: true),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    LastTookMilliseconds = table.Column<double>(type: "REAL", nullable: false),
                    LastRequestId = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperationCloudCalls", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_OperationCloudCalls_Operations_OperationId",
                        column: x => x.OperationId,
                        principalTable: "Operations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OperationEvents",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Step = table.Column<string>(type: "TEXT", nullable: true),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: false),
                    Progress = table.Column<int>(type: "INTEGER", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperationEvents", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_OperationEvents_Operations_OperationId",
                        column: x => x.OperationId,
                        principalTable: "Operations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OperationMetadata",
                columns: table => new
                {
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperationMetadata", x => x.OperationId);
                    table.ForeignKey(
                        name: "FK_OperationMetadata_Operations_OperationId",
                        column: x => x.OperationId,
                        principalTable: "Operations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BrokerConnections",
                columns: table => new
                {
                    Uid = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    ConnectionUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    ZoneUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    PreferredController = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BrokerConnections", x => x.Uid);
                    table.ForeignKey(
                        name: "FK_BrokerConnections_Zones_ZoneUid",
                        column: x => x.ZoneUid,
                        principalTable: "Zones",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImageVersionSpecs",
                columns: table => new
                {
                    Uid = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImageVersionUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    HostingUnitUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsPrepared = table.Column<bool>(type: "INTEGER", nullable: false),
                    SourceSpecUid = table.Column<Guid>(type: "TEXT", nullable: true),
                    MasterImagePath = table.Column<string>(type: "TEXT", nullable: false),
                    MasterImageId = table.Column<string>(type: "TEXT", nullable: false),
                    ImageId = table.Column<string>(type: "TEXT", nullable: true),
                    SnapshotIds = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DiskSizeGb = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<string>(type: "TEXT", nullable: true),
                    Profile = table.Column<string>(type: "TEXT", nullable: true),
                    RuntimeInfo = table.Column<string>(type: "TEXT", nullable: true),
                    Errors = table.Column<string>(type: "TEXT", nullable: false),
                    Warnings = table.Column<string>(type: "TEXT", nullable: false),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Metadata = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImageVersionSpecs", x => x.Uid);
                    table.ForeignKey(
                        name: "FK_ImageVersionSpecs_HostingUnits_HostingUnitUid",
                        column: x => x.HostingUnitUid,
                        principalTable: "HostingUnits",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImageVersionSpecs_ImageVersionSpecs_SourceSpecUid",
                        column: x => x.SourceSpecUid,
                        principalTable: "ImageVersionSpecs",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImageVersionSpecs_ImageVersions_ImageVersionUid",
                        column: x => x.ImageVersionUid,
                        principalTable: "ImageVersions",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImageVersionSpecHostingUnits",
                columns: table => new
                {
                    SpecUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    HostingUnitUid = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsPrimary = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Errors = table.Column<string>(type: "TEXT", nullable: false),
                    Checks = table.Column<string>(type: "TEXT", nullable: false),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SharedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImageVersionSpecHostingUnits", x => new { x.SpecUid, x.HostingUnitUid });
                    table.ForeignKey(
                        name: "FK_ImageVersionSpecHostingUnits_HostingUnits_HostingUnitUid",
                        column: x => x.HostingUnitUid,
                        principalTable: "HostingUnits",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ImageVersionSpecHostingUnits_ImageVersionSpecs_SpecUid",
                        column: x => x.SpecUid,
                        principalTable: "ImageVersionSpecs",
                        principalColumn: "Uid",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_Hash",
                table: "AccessTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_NameKey",
                table: "AccessTokens",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_At",
                table: "AuditRecords",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_TargetUid",
                table: "AuditRecords",
                column: "TargetUid");

            migrationBuilder.CreateIndex(
                name: "IX_BootedMachines_SpecUid",
                table: "BootedMachines",
                column: "SpecUid");

            migrationBuilder.CreateIndex(
                name: "IX_BrokerConnections_ConnectionUid",
                table: "BrokerConnections",
                column: "ConnectionUid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BrokerConnections_NameKey",
                table: "BrokerConnections",
                column: "NameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BrokerConnections_ZoneUid",
                table: "BrokerConnections",
                column: "ZoneUid");

            migrationBuilder.CreateIndex(
                name: "IX_Connections_NameKey",
                table: "Connections",
                column: "NameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EndedSessions_Until",
                table: "EndedSessions",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_HostingUnits_ConnectionUid",
                table: "HostingUnits",
                column: "ConnectionUid");

            migrationBuilder.CreateIndex(
                name: "IX_HostingUnits_NameKey",
                table: "HostingUnits",
                column: "NameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_CreatedAt",
                table: "IdempotencyRecords",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ImageAssignments_ProvisioningSchemeUid",
                table: "ImageAssignments",
                column: "ProvisioningSchemeUid");

            migrationBuilder.CreateIndex(
                name: "IX_ImageAssignments_SpecUid",
                table: "ImageAssignments",
                column: "SpecUid");

            migrationBuilder.CreateIndex(
                name: "IX_ImageDefinitionConnections_ConnectionUid",
                table: "ImageDefinitionConnections",
                column: "ConnectionUid");

            migrationBuilder.CreateIndex(
                name: "IX_ImageDefinitions_NameKey",
                table: "ImageDefinitions",
                column: "NameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImageVersionSpecHostingUnits_HostingUnitUid",
                table: "ImageVersionSpecHostingUnits",
                column: "HostingUnitUid");

            migrationBuilder.CreateIndex(
                name: "IX_ImageVersionSpecs_HostingUnitUid",
                table: "ImageVersionSpecs",
                column: "HostingUnitUid");

            migrationBuilder.CreateIndex(
                name: "IX_ImageVersionSpecs_ImageVersionUid_IsPrepared",
                table: "ImageVersionSpecs",
                columns: new[] { "ImageVersionUid", "IsPrepared" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImageVersionSpecs_SourceSpecUid",
                table: "ImageVersionSpecs",
                column: "SourceSpecUid");

            migrationBuilder.CreateIndex(
                name: "IX_ImageVersions_DefinitionUid_Number",
                table: "ImageVersions",
                columns: new[] { "DefinitionUid", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OperationCloudCalls_OperationId_Sequence",
                table: "OperationCloudCalls",
                columns: new[] { "OperationId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_OperationEvents_OperationId_Sequence",
                table: "OperationEvents",
                columns: new[] { "OperationId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Operations_HostingUnitUid",
                table: "Operations",
                column: "HostingUnitUid");

            migrationBuilder.CreateIndex(
                name: "IX_Operations_Kind_ConnectionUid_State_CreatedAt",
                table: "Operations",
                columns: new[] { "Kind", "ConnectionUid", "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Operations_State_CreatedAt",
                table: "Operations",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Operations_SubjectUid",
                table: "Operations",
                column: "SubjectUid");

            migrationBuilder.CreateIndex(
                name: "IX_PendingImageDeletions_HostingUnitUid",
                table: "PendingImageDeletions",
                column: "HostingUnitUid");

            migrationBuilder.CreateIndex(
                name: "IX_ResourceIntents_ConnectionUid_ClosedAt",
                table: "ResourceIntents",
                columns: new[] { "ConnectionUid", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Zones_NameKey",
                table: "Zones",
                column: "NameKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessTokens");

            migrationBuilder.DropTable(
                name: "AuditRecords");

            migrationBuilder.DropTable(
                name: "BootedMachines");

            migrationBuilder.DropTable(
                name: "BrokerConnections");

            migrationBuilder.DropTable(
                name: "EndedSessions");

            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "ImageAssignments");

            migrationBuilder.DropTable(
                name: "ImageDefinitionConnections");

            migrationBuilder.DropTable(
                name: "ImageVersionSpecHostingUnits");

            migrationBuilder.DropTable(
                name: "OperationCloudCalls");

            migrationBuilder.DropTable(
                name: "OperationEvents");

            migrationBuilder.DropTable(
                name: "OperationMetadata");

            migrationBuilder.DropTable(
                name: "PendingImageDeletions");

            migrationBuilder.DropTable(
                name: "ResourceIntents");

            migrationBuilder.DropTable(
                name: "ServiceSettings");

            migrationBuilder.DropTable(
                name: "SweepReports");

            migrationBuilder.DropTable(
                name: "Zones");

            migrationBuilder.DropTable(
                name: "ImageVersionSpecs");

            migrationBuilder.DropTable(
                name: "Operations");

            migrationBuilder.DropTable(
                name: "HostingUnits");

            migrationBuilder.DropTable(
                name: "ImageVersions");

            migrationBuilder.DropTable(
                name: "Connections");

            migrationBuilder.DropTable(
                name: "ImageDefinitions");
        }
    }
}

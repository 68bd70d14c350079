using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Server.OpenApi;

namespace Darkroom.Server.Api.Operations;

internal sealed class OperationExamples : IExamples
{
    private static readonly DateTimeOffset Started = new(2026, 11, 3, 9, 12, 0, TimeSpan.Zero);

    public IEnumerable<object> Make()
    {
        var failure = new ProblemItemDto
        {
            Code = "InsufficientInstanceCapacity",
            Message = "The zone us-east-1a has no capacity left for t3.medium.",
            Remedy = "Retry later, or with another service offering.",
        };
        yield return new OperationDto
        {
            OperationId = new Guid("01993b52-7a55-7d2e-9f00-1d4be8a5c607"),
            Kind = "PrepareImage",
            TaskType = "NewProvImageVersionSpec",
            State = OperationState.Held,
            TaskState = "ProvisioningFailed",
            CurrentOperation = "",
            Progress = 12,
            Attempt = 1,
            Title = "Prepare Windows 11 desktops, version 2",
            SubjectUid = new Guid("01993b52-66c0-70a5-b2bd-04ac6e0e3c05"),
            Image = new OperationImageDto
            {
                ImageVersionSpecUid = new Guid("01993b52-66c0-70a5-b2bd-04ac6e0e3c05"),
                SourceImageVersionSpecUid = new Guid("01993b52-6300-7c11-8d6a-0f2f3b1a9c04"),
                ImageVersionUid = new Guid("01993b52-6200-7f20-9a41-5c0d6e7f8a03"),
                ImageVersionNumber = 2,
                ImageDefinitionUid = new Guid("01993b52-6100-7b3e-8c52-6d1e7f809b02"),
                ImageDefinitionName = "Windows 11 desktops",
                HostingUnitUid = new Guid("01993b52-6000-7a4d-9d63-7e2f8091ac01"),
                HostingUnitName = "us-east-1a",
                MasterImagePath = "/win11-24h2 (ami-0123456789abcdef0).template",
                DiskSize = 0,
                MachineProfile = "/w11 (lt-0123456789abcdef0).launchtemplate/lt-0123456789abcdef0 (1).launchtemplateversion",
            },
            HostingUnitUid = new Guid("01993b52-6000-7a4d-9d63-7e2f8091ac01"),
            HostingUnitName = "us-east-1a",
            CreatedAt = Started,
            StartedAt = Started,
            LastUpdateAt = Started.AddSeconds(9),
            HeldUntil = Started.AddHours(1),
            CanCancel = true,
            CanRetry = true,
            CanDiscard = true,
            Error = failure,
            Errors = [failure],
            Checks = [],
            Warnings = [],
            Steps =
            [
                new OperationStepDto
                {
                    Name = "CheckPrerequisites",
                    State = StepState.Succeeded,
                    StartedAt = Started,
                    FinishedAt = Started.AddSeconds(4),
                    Expected = new ExpectedTimeDto(3.8, 12),
                },
                new OperationStepDto { Name = "StartPreparationInstance", State = StepState.Failed, StartedAt = Started.AddSeconds(6), Error = failure },
            ],
            Expected = new ExpectedTimeDto(1462, 12),
            Leftovers = [],
            StartedBy = "image pipeline",
            Metadata = new Dictionary<string, string> { ["Ticket"] = "CHG-4711" },
            Version = 7,
        };
        yield return new OperationConsoleDto
        {
            InstanceId = "i-0da4c0000000000e1",
            Text = "Windows is Ready to use\ndarkroom 9b1f… {\"event\":\"begin\",\"script\":1,\"os\":\"Windows\"}\n",
            IsLive = true,
            ReadAt = Started.AddMinutes(3),
        };
        yield return new OperationCloudCallDto
        {
            Sequence = 4711,
            Service = "ec2",
            Action = "DescribeImages",
            Step = "AwaitImage",
            Attempt = 1,
            IsDryRun = false,
            FirstAt = Started.AddMinutes(5),
            LastAt = Started.AddMinutes(9),
            Times = 17,
            LastTookMilliseconds = 41.3,
            LastRequestId = "d3b07384-d9a0-4c9b-8f5e-1c2d3e4f5a6b",
        };
        yield return new RetryOperationRequest { ServiceOffering = "t3.large" };
        yield return new UpdateOperationMetadataRequest { Metadata = new Dictionary<string, string?> { ["Ticket"] = "CHG-4711", ["Waiting for"] = null } };
        yield return new HoldOperationRequest { HoldSeconds = 86_400 };
        yield return new SweepReportDto
        {
            AccountId = "111122223333",
            Region = "us-east-1",
            At = Started,
            Removed = [new SweptResourceDto("Instance", "i-0da4c0000000000e1", new Guid("01993b52-7a55-7d2e-9f00-1d4be8a5c607"), "Its operation ended.")],
            Reported = [],
            OpenIntents = 0,
        };
    }
}

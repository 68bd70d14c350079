using System.Text.RegularExpressions;
using Darkroom.Contracts.Access;
using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.PowerShell.Tests.Waiting;
using Darkroom.Testing;
using Microsoft.AspNetCore.Http;

namespace Darkroom.PowerShell.Tests.Tasks;

/// <summary>Tasks of a server that can't be asked how they stand, or that knows more states than this module.</summary>
public sealed partial class AlteredAnswerTests(DemoFixture fixture) : IClassFixture<DemoFixture>
{
    private const string HangingMaster = "win10-hangs-ami.template";

    private readonly DarkroomServer _server = fixture.Server;

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_id_of_a_task_is_returned_also_when_how_it_stands_cannot_be_asked()
    {
        await using var front = await AlteringServer.StartAsync(
            _server, request => HttpMethods.IsGet(request.Method) && request.Path.Value!.Contains("/operations/", StringComparison.Ordinal));
        using var host = PowerShellHost.Start();
        await SendToAsync(host, front);
        var started = await host.RunAsync(Preparations.Script + "-RunAsynchronously", await Preparations.MasterAsync(_server));
        var id = started.ShouldSucceed().Output.Should().ContainSingle().Subject.BaseObject.Should().BeOfType<Guid>().Subject;
        started.Output[0].Properties["TaskState"].Should().BeNull();
        started.Warnings.Should().ContainSingle().Which.Should().Contain($"Get-ProvTask -TaskId {id}");
        (await _server.WaitForOperationAsync(id)).TaskState.Should().Be("Finished");
    }

    [Fact]
    public async Task A_state_and_a_type_that_the_module_has_not_heard_of_say_at_least_whether_the_task_is_at_work()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var front = await AlteringServer.StartAsync(_server, altered: text => State().Replace(Kind().Replace(text, "$1Dreaming$2"), "$1Dreaming$2"));
        using var host = PowerShellHost.Start();
        await SendToAsync(host, front);
        var id = (Guid)(await host.RunAsync(Preparations.Script + "-RunAsynchronously", await Preparations.MasterAsync(_server, HangingMaster))).ShouldSucceed().Output[0].BaseObject;
        var atWork = (await host.RunAsync("Get-ProvTask $args[0]", id)).ShouldSucceed();
        (atWork["TaskState"], atWork["TaskType"], atWork["Status"]).Should().Be((ProvTaskState.Processing, ProvTaskType.Unknown, ProvTaskStatus.Running));

        await _server.Operator.Operations.CancelAsync(id, ct: ct);
        await _server.WaitForOperationAsync(id);
        var ended = (await host.RunAsync("Get-ProvTask $args[0]", id)).ShouldSucceed();
        (ended["TaskState"], ended["Status"]).Should().Be((ProvTaskState.ConfigurationError, ProvTaskStatus.Finished));
    }

    private async Task SendToAsync(PowerShellHost host, ServerInFront front) => (await host.RunAsync(
        "$null = Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken $args[1] -MaxRecordCount 0", front.Url, _server.Tokens[Role.Administrator])).ShouldSucceed();

    [GeneratedRegex("""("taskState"\s*:\s*")[^"]*(")""")]
    private static partial Regex State();

    [GeneratedRegex("""("taskType"\s*:\s*")[^"]*(")""")]
    private static partial Regex Kind();
}

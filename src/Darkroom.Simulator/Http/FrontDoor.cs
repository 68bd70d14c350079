using System.Text;
using Darkroom.Simulator.Control;
using Darkroom.Simulator.History;
using Darkroom.Simulator.Iam;
using Darkroom.Simulator.State;
using Microsoft.AspNetCore.Http;

namespace Darkroom.Simulator.Http;

/// <summary>
/// Where every AWS request comes in. One port serves all services and Regions: the protocol is told by the headers, service and Region by the
/// signature's scope. A call passes, in this order: signature, scripted faults, the service (rate limits, permissions, the effect), the journal.
/// </summary>
/// <param name="history">Where changes are kept; null when the cloud lives as long as its process.</param>
internal sealed class FrontDoor(Simulation simulation, AwsServices services, ChangeHistory? history)
{
    private const int LargestBody = 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var body = await ReadBody(context.Request, context.RequestAborted);
        var signature = Signature.Read(context.Request);
        var request = Understand(context.Request, body, signature?.Service);
        var service = services.Of(request.Service);
        var visit = new Visit(request, service, signature?.Region);
        try
        {
            visit.Principal = Authenticator.Recognise(simulation, context.Request, body, signature);
            await Serve(context, visit, new AwsCall(simulation, visit.Principal, signature!.Region, request));
        }
        catch (Exception exception) when (ErrorOf(exception, service) is { } error)
        {
            await Write(context, visit, error.Status, error.Code, service.Error(error, request.RequestId));
        }
    }

    private async Task Serve(HttpContext context, Visit visit, AwsCall call)
    {
        var fault = simulation.Faults.Meet(call);
        if (fault?.Effect == FaultEffect.Delay)
            await simulation.Clock.Delay(TimeSpan.FromSeconds(fault.DelaySeconds), context.RequestAborted);
        if (fault?.Effect == FaultEffect.ErrorBefore)
            throw ErrorOf(fault);
        if (fault?.Effect == FaultEffect.Close)
        {
            Drop(context, visit);
            return;
        }
        var answer = history is null ? visit.Service.Answer(call) : history.Answer(visit.Service, call);
        if (fault?.Effect == FaultEffect.ErrorAfter)
            throw ErrorOf(fault);
        if (fault?.Effect == FaultEffect.DropResponse)
            Drop(context, visit);
        else
            await Write(context, visit, StatusCodes.Status200OK, "OK", answer);
    }

    private static AwsException ErrorOf(Fault fault) => new(fault.ErrorCode, fault.ErrorMessage, fault.ErrorStatus);

    private static AwsException? ErrorOf(Exception exception, AwsService service) => exception switch
    {
        AwsException error => error,
        AccessRefusedException refusal => service.Refusal(refusal),
        AuthenticationException failure => service.Unrecognised(failure.Failure),
        HistoryException lost => new AwsException("ServiceUnavailable", lost.Message, 503),
        OperationCanceledException => null,
        _ => new AwsException("InternalError", "An internal error has occurred: " + exception.Message, 500),
    };

    private AwsRequest Understand(HttpRequest request, byte[] body, string? signedService)
    {
        var requestId = simulation.RequestIds.Guid();
        var target = request.Headers["X-Amz-Target"].ToString();
        return target.Length > 0
            ? AwsRequest.FromJson(target, body, signedService, requestId)
            : AwsRequest.FromForm(Encoding.UTF8.GetString(body), signedService, requestId);
    }

    private void Drop(HttpContext context, Visit visit)
    {
        Record(visit, "dropped", 0);
        context.Abort();
    }

    private async Task Write(HttpContext context, Visit visit, int status, string outcome, string body)
    {
        Record(visit, outcome, status);
        context.Response.StatusCode = status;
        context.Response.ContentType = visit.Service.ContentType;
        context.Response.Headers["x-amzn-RequestId"] = visit.Request.RequestId;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private void Record(Visit visit, string outcome, int status) => simulation.Journal.Add(new(
        0, simulation.Clock.UtcNow, visit.Principal?.AccountId, visit.Region, visit.Principal?.Name, visit.Service.Name, visit.Request.Action,
        visit.Request.Flat, outcome, status, visit.Request.RequestId));

    private static async Task<byte[]> ReadBody(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
            throw new BadHttpRequestException("The request is too large.", StatusCodes.Status413PayloadTooLarge);
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    private sealed class Visit(AwsRequest request, AwsService service, string? region)
    {
        public AwsRequest Request { get; } = request;

        public AwsService Service { get; } = service;

        public string? Region { get; } = region;

        public Principal? Principal { get; set; }
    }
}

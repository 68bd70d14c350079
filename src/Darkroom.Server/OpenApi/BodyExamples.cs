using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Darkroom.Contracts.Problems;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Darkroom.Server.OpenApi;

/// <summary>Puts the features' examples beside the bodies of requests and answers.</summary>
internal sealed class BodyExamples(IOptions<JsonOptions> json) : IOpenApiOperationTransformer
{
    private const string JsonType = "application/json";

    private static readonly Dictionary<Type, object> ByType = typeof(BodyExamples).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IExamples)))
        .SelectMany(type => ((IExamples)Activator.CreateInstance(type)!).Make())
        .ToDictionary(example => example.GetType());

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var body = context.Description.ParameterDescriptions.FirstOrDefault(parameter => parameter.Source.Id == "Body")?.Type;
        if (body is not null && operation.RequestBody?.Content?.TryGetValue(JsonType, out var request) == true)
        {
            request.Example = ExampleOf(body);
        }

        foreach (var answer in context.Description.SupportedResponseTypes.Where(answer => answer.Type is not null && answer.Type != typeof(void)))
        {
            SetAnswer(operation, answer);
        }

        return Task.CompletedTask;
    }

    private void SetAnswer(OpenApiOperation operation, ApiResponseType answer)
    {
        var status = answer.StatusCode.ToString(CultureInfo.InvariantCulture);
        if (operation.Responses?.TryGetValue(status, out var response) == true && response.Content?.TryGetValue(JsonType, out var content) == true)
        {
            content.Example = ExampleOf(answer.Type!);
        }
    }

    private JsonNode? ExampleOf(Type type) => Find(type) is { } example ? JsonSerializer.SerializeToNode(example, type, json.Value.SerializerOptions) : null;

    /// <summary>The example of a type, of a page of it or of a list of it.</summary>
    private static object? Find(Type type)
    {
        if (ByType.TryGetValue(type, out var example))
        {
            return example;
        }

        if (!type.IsGenericType || Find(type.GenericTypeArguments[0]) is not { } element)
        {
            return null;
        }

        var list = Array.CreateInstance(type.GenericTypeArguments[0], 1);
        list.SetValue(element, 0);
        return type.GetGenericTypeDefinition() == typeof(Page<>) ? Activator.CreateInstance(type, list, null) : list;
    }
}

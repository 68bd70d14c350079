namespace Darkroom.Server.OpenApi;

/// <summary>One example of each DTO of a feature, for the OpenAPI document. Every implementation is found.</summary>
internal interface IExamples
{
    IEnumerable<object> Make();
}

namespace Darkroom.Simulator.Http;

/// <summary>An error as AWS answers it: its code, its message, its HTTP status.</summary>
internal sealed class AwsException(string code, string message, int status = 400) : Exception(message)
{
    /// <summary>AWS's error code, for example <c>InvalidAMIID.NotFound</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; } = status;

    public static AwsException MissingParameter(string name) =>
        new("MissingParameter", $"The request must contain the parameter {name}");

    public static AwsException InvalidValue(string name, string? value) =>
        new("InvalidParameterValue", $"Invalid value '{value}' for {name}.");

    public static AwsException InvalidCombination(string message) => new("InvalidParameterCombination", message);
}

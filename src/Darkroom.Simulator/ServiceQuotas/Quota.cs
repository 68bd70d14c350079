namespace Darkroom.Simulator.ServiceQuotas;

/// <summary>A quota as AWS publishes it: what an account may use of something in a Region.</summary>
/// <param name="ServiceCode">The service it belongs to, for example <c>ec2</c>.</param>
/// <param name="Code">Its code, for example <c>L-1216C47A</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Default">AWS's default for a new account, in what the name says.</param>
/// <param name="Adjustable">Whether AWS raises it on request.</param>
internal sealed record Quota(string ServiceCode, string Code, string Name, double Default, bool Adjustable = true);

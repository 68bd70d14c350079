namespace Darkroom.PowerShell.Cmdlets;

/// <summary>Names of the parameter sets in which a thing is given by its name or by its uid.</summary>
internal static class ParameterSets
{
    public const string ByName = "ByName";

    /// <summary>The default one where things are piped: these have both, and the uid is the surer.</summary>
    public const string ByUid = "ByUid";
}

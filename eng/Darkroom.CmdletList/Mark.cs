namespace Darkroom.CmdletList;

/// <summary>What became of something that the public reference names.</summary>
public enum Mark
{
    /// <summary>It is there and does what the reference says.</summary>
    Here,

    /// <summary>It isn't there.</summary>
    NotHere,

    /// <summary>It is taken, so that existing scripts run, and changes nothing.</summary>
    WithoutEffect,

    /// <summary>It is taken and answered by an error.</summary>
    Refused,

    /// <summary>It is there though the reference doesn't name it.</summary>
    Beyond,
}

namespace Darkroom.Contracts.Images;

/// <summary>Operating system of an image definition; fixed at its creation.</summary>
public enum OsType { Windows, Linux }

/// <summary>Whether one or many sessions run on a machine; fixed at the definition's creation.</summary>
public enum SessionSupport { SingleSession, MultiSession }

/// <summary>How an image version spec was prepared.</summary>
public enum PreparationType { None, Mcs }

/// <summary>State of an image version spec. A master spec is <see cref="None"/> until it is removed.</summary>
public enum ImageVersionSpecStatus { None, InProgress, Success, Failed, Deleting }

/// <summary>State of a hosting unit of a spec: whether the spec may be used there (cmdlet reference).</summary>
public enum ImageShareStatus { InProgress, Success, Failed, Deleting }

/// <summary>Steps that run inside the guest; each can be excluded.</summary>
public enum GuestStep { EnableDHCP, OsRearm, OfficeRearm }

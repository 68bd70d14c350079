using Darkroom.Client.Http;

namespace Darkroom.PowerShell.Drive;

/// <summary>The server says that something isn't there; the cmdlet reference says as well what was to be done to it.</summary>
internal static class DriveErrorNames
{
    private const string Connection = "HypervisorConnectionObjectNotFound";
    private const string HostingUnit = "HostingUnitObjectNotFound";

    public static DarkroomProblemException WhenUpdating(DarkroomProblemException failure) =>
        Renamed(failure, "HypervisorConnectionObjectToUpdateDoesNotExist", "HostingUnitObjectToUpdateDoesNotExist");

    public static DarkroomProblemException WhenRemoving(DarkroomProblemException failure) =>
        Renamed(failure, "HypervisorConnectionObjectToDeleteDoesNotExist", "HostingUnitObjectToDeleteDoesNotExist");

    private static DarkroomProblemException Renamed(DarkroomProblemException failure, string connection, string hostingUnit) => failure.Code switch
    {
        Connection => new DarkroomProblemException(failure.Problem with { Code = connection }),
        HostingUnit => new DarkroomProblemException(failure.Problem with { Code = hostingUnit }),
        _ => failure,
    };
}

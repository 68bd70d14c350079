namespace Darkroom.Core.Hosting;

/// <summary>Nothing on a connection in maintenance mode is browsed, and no new operation starts on it.</summary>
public static class ConnectionIsNotInMaintenance
{
    /// <exception cref="Errors.DarkroomException">HypervisorInMaintenanceMode.</exception>
    public static void Check(HypervisorConnection connection)
    {
        if (connection.MaintenanceMode)
        {
            throw HostingErrors.ConnectionInMaintenance.Raise(connection.Name);
        }
    }
}

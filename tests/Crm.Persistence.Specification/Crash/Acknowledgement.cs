using System.Globalization;

namespace Crm.Persistence.Specification.Crash;

/// <summary>A save that returned: the aggregate and its version then.</summary>
public sealed record Acknowledgement(Guid AggregateId, long Version)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ack {AggregateId} {Version} .");

    /// <summary>Null for anything else, such as a line that a killed process could not finish.</summary>
    public static Acknowledgement? Parse(string? line) => line?.Split(' ') is ["ack", var id, var version, "."]
        ? new Acknowledgement(Guid.Parse(id), long.Parse(version, CultureInfo.InvariantCulture))
        : null;
}

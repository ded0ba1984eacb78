using Crm.Domain.Primitives;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>What one save added by itself, so that it can be taken back or settled.</summary>
internal sealed class SavePass
{
    /// <summary>New rows.</summary>
    public List<object> Rows { get; } = [];

    /// <summary>Rows that are changed or removed.</summary>
    public List<object> Changed { get; } = [];

    public List<(IAggregateRoot Aggregate, int Events)> Taken { get; } = [];
}

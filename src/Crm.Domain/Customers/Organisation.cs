using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A company, authority, association or household.</summary>
public sealed partial class Organisation : Customer
{
    private Organisation()
    {
    }

    /// <summary>Records a new organisation.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name, one line of at most <see cref="Customer.MaxNameLength"/> characters.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, too long, or has control characters.</exception>
    public Organisation(CustomerId id, string name, Instant now)
        : base(id, Guard.Line(name, MaxNameLength), now) =>
        Raise(new CustomerCreated(id, CustomerKind.Organisation, DisplayName, now));

    /// <inheritdoc />
    public override CustomerKind Kind => CustomerKind.Organisation;

    /// <summary>Changes the name.</summary>
    /// <param name="name">The new name, one line of at most <see cref="Customer.MaxNameLength"/> characters.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, too long, or has control characters.</exception>
    public void Rename(string name, Instant now)
    {
        var before = DisplayName;
        SetName(Guard.Line(name, MaxNameLength));
        Raise(new CustomerRenamed(Id, before, DisplayName, now));
    }
}

namespace Crm.Domain.Customers;

/// <summary>
/// One kind of key derived from customers: search words, keys under which duplicates meet. The keys of every kind are stored in
/// one table in the transaction that saves the customer, and look-ups seek them by kind and key. Register a kind of your own as
/// a singleton of this type; existing customers get its keys by <c>CustomerKeys.RebuildAsync</c>, or at their next change.
/// </summary>
public interface ICustomerKeyKind
{
    /// <summary>The stored name: unique among kinds, at most <see cref="CustomerKeyKinds.MaxNameLength"/> characters, never changed.</summary>
    string Name { get; }

    /// <summary>
    /// The keys of a customer. A pure function of the customer and its parts; the same key twice counts once, an empty one not
    /// at all, and one beyond <see cref="CustomerKeyKinds.MaxKeyLength"/> is cut.
    /// </summary>
    /// <param name="customer">The customer with all its parts.</param>
    /// <returns>The keys, in any order.</returns>
    IEnumerable<string> KeysOf(Customer customer);
}

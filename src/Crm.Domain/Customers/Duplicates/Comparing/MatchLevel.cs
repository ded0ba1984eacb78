namespace Crm.Domain.Customers;

/// <summary>How well two values agree; after <see cref="Missing"/> in the order of <see cref="DuplicateLevels.All"/>.</summary>
internal enum MatchLevel : byte
{
    Missing, Different, Partial, Similar, Near, Exact,
}

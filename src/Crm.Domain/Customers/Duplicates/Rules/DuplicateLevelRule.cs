namespace Crm.Domain.Customers;

/// <summary>How often a level occurs; both are probabilities above 0 and at most 1. The weight of the level is the logarithm to base 2 of their ratio.</summary>
/// <param name="Agreement">Among records of one customer (<c>m</c> of Fellegi and Sunter, 1969).</param>
/// <param name="Chance">Among records of two customers (<c>u</c>).</param>
public sealed record DuplicateLevelRule(double Agreement, double Chance);

using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>A lead or deal that comes into another territory.</summary>
/// <param name="Record">The lead or opportunity.</param>
/// <param name="Name">What people call it.</param>
/// <param name="FromId">The territory that it is in; null for none.</param>
/// <param name="ToId">The territory that takes it.</param>
/// <param name="OwnerBefore">Who answers for it.</param>
/// <param name="OwnerId">Who answers for it then; null where it waits in a queue.</param>
public sealed record TerritoryMove(SubjectReference Record, string Name, TerritoryId? FromId, TerritoryId ToId, string? OwnerBefore, string? OwnerId);

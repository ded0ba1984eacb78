namespace Crm.Domain.Knowledge;

/// <summary>What an index holds.</summary>
/// <param name="Language">The language, as a primary subtag.</param>
/// <param name="Documents">The items in it.</param>
/// <param name="ByteSize">The memory it takes, in bytes, reckoned from the sizes of its parts.</param>
public sealed record KnowledgeIndexState(string Language, int Documents, long ByteSize);

namespace Crm.Domain.Service;

/// <summary>What a resolved case offers for an article, to be read and rewritten before anything is stored.</summary>
/// <param name="Title">The subject of the case.</param>
/// <param name="Body">The public replies of the staff and the solution, oldest first.</param>
/// <param name="Sku">The product it is about, by its stock-keeping unit.</param>
/// <param name="LeftOut">What was left out of title and body because it names or reaches somebody; <see cref="CaseSolutions.Omission"/> stands in its place.</param>
public sealed record SolutionDraft(string Title, string Body, string? Sku, IReadOnlyList<string> LeftOut);

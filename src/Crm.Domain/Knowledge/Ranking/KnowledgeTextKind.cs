namespace Crm.Domain.Knowledge;

/// <summary>What kind of text a document of the index is; it chooses the weights.</summary>
public enum KnowledgeTextKind
{
    /// <summary>A title and a text of some length.</summary>
    Article = 0,

    /// <summary>A question and its answer: the question decides.</summary>
    Faq = 1,
}

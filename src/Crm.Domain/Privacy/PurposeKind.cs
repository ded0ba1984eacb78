namespace Crm.Domain.Privacy;

/// <summary>What a purpose needs before a customer is contacted for it.</summary>
public enum PurposeKind
{
    /// <summary>Advertising: needs a grant.</summary>
    Marketing,

    /// <summary>Evaluating a person's behaviour: needs a grant.</summary>
    Profiling,

    /// <summary>Surveys and research: needs a grant.</summary>
    Research,

    /// <summary>What a contract or a law asks for, such as an invoice or a recall: needs no grant.</summary>
    Transactional,
}

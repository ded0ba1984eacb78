namespace Crm.Domain.Knowledge;

/// <summary>What somebody does with a knowledge item, as far as a licence is needed for it.</summary>
public enum KnowledgeWork
{
    /// <summary>Changes what it says, asks for a review or gives it back.</summary>
    Write,

    /// <summary>Shows it to its audience, now or at some time.</summary>
    Publish,

    /// <summary>Says that it is right.</summary>
    Validate,

    /// <summary>Says whom it is for.</summary>
    ChangeAudience,

    /// <summary>Takes it away from its readers, or gives it back to its writers.</summary>
    Archive,

    /// <summary>Says who may change it.</summary>
    Govern,
}

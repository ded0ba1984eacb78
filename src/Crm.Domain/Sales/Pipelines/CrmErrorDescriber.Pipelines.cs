namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such pipeline.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PipelineNotFound(string key) =>
        Error(nameof(PipelineNotFound), "There is no pipeline {0}.", "pipeline", key);

    /// <summary>Another pipeline has the name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PipelineNameTaken(string name) =>
        Error(nameof(PipelineNameTaken), "There is a pipeline {0} already.", "name", name);

    /// <summary>The pipeline is archived.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PipelineArchived(string name) =>
        Error(nameof(PipelineArchived), "Pipeline {0} is archived.", "pipeline", name);

    /// <summary>The pipeline is not archived.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PipelineNotArchived(string name) =>
        Error(nameof(PipelineNotArchived), "Pipeline {0} is not archived.", "pipeline", name);

    /// <summary>The pipeline is the default.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PipelineIsDefault(string name) =>
        Error(nameof(PipelineIsDefault), "Pipeline {0} is the default. Make another one the default first.", "pipeline", name);

    /// <summary>The pipeline has as many stages as it can have.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">How many.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PipelineFull(string name, int most) =>
        Error(nameof(PipelineFull), "Pipeline {0} has {1} stages already.", "pipeline", name, most);

    /// <summary>The pipeline has no such stage.</summary>
    /// <param name="stage">Key of the stage.</param>
    /// <param name="pipeline">Name of the pipeline.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageNotInPipeline(string stage, string pipeline) =>
        Error(nameof(StageNotInPipeline), "There is no stage {0} in pipeline {1}.", "stage", stage, pipeline);

    /// <summary>The pipeline has a stage with the key.</summary>
    /// <param name="stage">Key of the stage.</param>
    /// <param name="pipeline">Name of the pipeline.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageAlreadyPresent(string stage, string pipeline) =>
        Error(nameof(StageAlreadyPresent), "Pipeline {1} has a stage {0} already.", "stage", stage, pipeline);

    /// <summary>The stage is retired.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageRetired(string stage) =>
        Error(nameof(StageRetired), "Stage {0} is retired; nothing enters it any more.", "stage", stage);

    /// <summary>The stage is not retired.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageNotRetired(string stage) =>
        Error(nameof(StageNotRetired), "Stage {0} is not retired.", "stage", stage);

    /// <summary>Opportunities are in the stage or were.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageInUse(string stage) =>
        Error(nameof(StageInUse), "Stage {0} is in use and cannot be removed. Retire it.", "stage", stage);

    /// <summary>The pipeline has no other stage of the category.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="category">The category.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageIsLastOfCategory(string stage, string category) =>
        Error(nameof(StageIsLastOfCategory), "Stage {0} is the last one of its category ({1}).", "stage", stage, category);

    /// <summary>The order does not name every stage once.</summary>
    /// <param name="pipeline">Name of the pipeline.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageOrderIncomplete(string pipeline) =>
        Error(nameof(StageOrderIncomplete), "An order of pipeline {0} names every stage once.", "stages", pipeline);

    /// <summary>The stage belongs to another pipeline.</summary>
    /// <param name="opportunity">Name of the opportunity.</param>
    /// <param name="pipeline">Name of the other pipeline.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageOfAnotherPipeline(string opportunity, string pipeline) =>
        Error(nameof(StageOfAnotherPipeline), "Opportunity {0} is not in pipeline {1}; its stages are not open to it.", "stage", opportunity, pipeline);

    /// <summary>The stage is no open one.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageClosesOpportunity(string stage) =>
        Error(nameof(StageClosesOpportunity), "Stage {0} closes an opportunity. Win or lose it instead.", "stage", stage);

    /// <summary>The stage has another category.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="category">The category needed.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageOfAnotherCategory(string stage, string category) =>
        Error(nameof(StageOfAnotherCategory), "Stage {0} is not of the category needed ({1}).", "stage", stage, category);

    /// <summary>Fields that the stage requires are not filled in.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="fields">The fields.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageFieldsMissing(string stage, string fields) =>
        Error(nameof(StageFieldsMissing), "Stage {0} requires: {1}.", "stage", stage, fields);

    /// <summary>The condition of the stage does not hold.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StageConditionNotMet(string stage) =>
        Error(nameof(StageConditionNotMet), "The condition of stage {0} does not hold.", "stage", stage);
}

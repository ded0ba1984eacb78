using Crm.Persistence.Specification.Feedback;

namespace Crm.Persistence.PostgreSql.Tests.Feedback;

public sealed class SurveyTests(PostgreSqlFixture fixture) : SurveySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;

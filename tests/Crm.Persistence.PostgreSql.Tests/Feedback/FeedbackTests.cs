using Crm.Persistence.Specification.Feedback;

namespace Crm.Persistence.PostgreSql.Tests.Feedback;

public sealed class FeedbackTests(PostgreSqlFixture fixture) : FeedbackSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;

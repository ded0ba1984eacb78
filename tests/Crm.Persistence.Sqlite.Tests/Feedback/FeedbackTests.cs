using Crm.Persistence.Specification.Feedback;

namespace Crm.Persistence.Sqlite.Tests.Feedback;

public sealed class FeedbackTests(SqliteFixture fixture) : FeedbackSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

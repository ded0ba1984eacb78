using Crm.Persistence.Specification.Feedback;

namespace Crm.Persistence.Sqlite.Tests.Feedback;

public sealed class SurveyTests(SqliteFixture fixture) : SurveySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.Sqlite.Tests.Intake;

public sealed class ConversationTests(SqliteFixture fixture) : ConversationSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

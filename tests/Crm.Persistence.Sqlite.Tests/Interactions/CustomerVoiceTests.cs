using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.Sqlite.Tests.Interactions;

public sealed class CustomerVoiceTests(SqliteFixture fixture) : CustomerVoiceSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

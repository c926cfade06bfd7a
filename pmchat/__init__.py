"""pmchat: patient education on precision medicine, every sentence cited."""
